package qnet.timeline;

/**
 * The six stages of a quantum internet, each of which includes the ones before it.
 *
 * <p>A stage is what every pair of end nodes can do with each other, not how far apart they are.
 *
 * <p>Reference: S. Wehner, D. Elkouss, R. Hanson, "Quantum internet: a vision for the road ahead",
 * Science 362, eaam9288 (2018), doi:10.1126/science.aam9288.
 */
public enum Stage {
  /** Keys hop from station to station; the stations must be trusted. */
  TRUSTED_REPEATER(
      "trusted repeater networks",
      "keys between neighbours, passed on by stations that know them",
      "prepare and measure a qubit over one link",
      "key distribution that trusts every station"),
  /** A qubit that one end node prepares reaches any other, which measures it. */
  PREPARE_AND_MEASURE(
      "prepare and measure networks",
      "end-to-end delivery of single qubits",
      "errors of transmission and measurement together below 11 % for keys",
      "key distribution end to end, secure login"),
  /** Any two end nodes share entanglement, without a memory to keep it. */
  ENTANGLEMENT_DISTRIBUTION(
      "entanglement distribution networks",
      "entangled pairs between any two end nodes, delivered or announced",
      "entanglement over the whole distance, measured at once",
      "device-independent key distribution"),
  /** End nodes keep qubits and teleport them. */
  QUANTUM_MEMORY(
      "quantum memory networks",
      "storage, local control and teleportation of qubits",
      "memories that outlast the signalling time between the ends",
      "blind computing, longer telescopes, clock networks"),
  /** End nodes correct the errors of a few logical qubits. */
  FEW_QUBIT_FAULT_TOLERANT(
      "few-qubit fault-tolerant networks",
      "local operations on logical qubits, so precise that they may be many",
      "error correction better than break-even at the end nodes",
      "clock networks and distributed computing with few qubits"),
  /** Quantum computers that no classical one can simulate, joined. */
  QUANTUM_COMPUTING(
      "quantum computing networks",
      "exchange of qubits between large quantum computers",
      "end nodes of more qubits than can be simulated",
      "leader election, byzantine agreement, distributed computing at scale");

  private final String title;
  private final String functionality;
  private final String requirement;
  private final String uses;

  Stage(String title, String functionality, String requirement, String uses) {
    this.title = title;
    this.functionality = functionality;
    this.requirement = requirement;
    this.uses = uses;
  }

  /**
   * A stage as a row of a table.
   *
   * @param number from 1 to 6
   * @param stage its title
   * @param functionality what every pair of end nodes can do
   * @param requirement what has to work for it
   * @param uses what becomes possible
   */
  public record Row(
      int number, String stage, String functionality, String requirement, String uses) {}

  /**
   * All stages as rows of a table.
   *
   * @return six rows
   */
  public static java.util.List<Row> rows() {
    return java.util.Arrays.stream(values())
        .map(s -> new Row(s.number(), s.title, s.functionality, s.requirement, s.uses))
        .toList();
  }

  /**
   * The place of the stage.
   *
   * @return from 1 to 6
   */
  public int number() {
    return ordinal() + 1;
  }

  /**
   * The name of the stage, which is also that of its milestone in a scenario.
   *
   * @return such as "quantum memory networks"
   */
  public String title() {
    return title;
  }

  /**
   * What has to work for it.
   *
   * @return one line
   */
  public String requirement() {
    return requirement;
  }
}
