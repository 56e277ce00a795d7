package qnet.channel;

/** What a station sees; its own place is computed once. */
record View(Position place, Position up) {
  View(GroundStation station) {
    this(station.position(), station.up());
  }

  Sighting at(double timeS, Position satellite) {
    return new Sighting(
        timeS,
        Math.sqrt(satellite.dot(satellite)),
        satellite.dot(up) - place.dot(up),
        place.distanceKm(satellite));
  }
}
