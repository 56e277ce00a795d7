package qnet.network;

/** The parts of a line, to be priced. */
record Bill(long pairs, long cooledDetectors, long sites, double fiberKm, long satellites) {
  CostRange at(PriceList prices) {
    return prices
        .pair()
        .times(pairs)
        .plus(prices.cooledDetectors().times(cooledDetectors))
        .plus(prices.site().times(sites))
        .plus(prices.fiberKm().times(fiberKm))
        .plus(prices.satellite().times(satellites));
  }
}
