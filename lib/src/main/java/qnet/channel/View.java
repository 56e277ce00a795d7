package qnet.channel;

/** What a station sees; its own place is computed once. */
record View(Position place, Position up) {
  View(GroundStation station) {
    this(station.position(), station.up());
  }

  double sinElevation(Position satellite) {
    return (satellite.dot(up) - place.dot(up)) / place.distanceKm(satellite);
  }
}
