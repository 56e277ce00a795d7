package qnet.ledger;

import java.util.Map;
import java.util.function.DoubleSupplier;
import qnet.channel.Link;
import qnet.qkd.CvQkd;
import qnet.qkd.CvReceiver;
import qnet.qkd.CvReceiver.Measurement;
import qnet.qkd.FiniteCvQkd;

/** The rows of continuous-variable QKD. */
final class CvLedger {
  /** The channel of Lodewyck et al. 2007, 25 km of fibre. */
  private static final Link LODEWYCK_LINK = () -> 0.302;

  static final Map<String, DoubleSupplier> ROWS =
      Map.of(
          "cv-homodyne",
          () -> new CvQkd(20, 0.01, CvReceiver.ideal(), 0.95, 1e9).over(() -> 0.5).bitsPerUse(),
          "cv-heterodyne",
          () ->
              new CvQkd(
                      4,
                      0.01,
                      CvReceiver.ideal().withMeasurement(Measurement.HETERODYNE),
                      0.95,
                      1e9)
                  .over(() -> 0.1)
                  .bitsPerUse(),
          "cv-half-of-plob",
          () -> new CvQkd(1e4, 0, CvReceiver.ideal(), 1, 1e9).over(() -> 0.5).bitsPerUse(),
          "cv-lodewyck-shared",
          () -> kbitPerSecond(CvQkd.lodewyck().information(LODEWYCK_LINK).sharedBits()),
          "cv-lodewyck-eve",
          () -> kbitPerSecond(CvQkd.lodewyck().information(LODEWYCK_LINK).eavesdropperBits()),
          "cv-lodewyck-key",
          () -> CvQkd.lodewyck().over(LODEWYCK_LINK).bitsPerSecond() / 1000,
          "cv-heterodyne-eve",
          () ->
              CvQkd.lodewyck()
                  .withReceiver(CvReceiver.lodewyck().withMeasurement(Measurement.HETERODYNE))
                  .information(LODEWYCK_LINK)
                  .eavesdropperBits(),
          "cv-finite",
          () ->
              FiniteCvQkd.standard()
                  .withCv(CvQkd.standard().withModulationVariance(4))
                  .over(LODEWYCK_LINK)
                  .bitsPerUse());

  private CvLedger() {}

  private static double kbitPerSecond(double bits) {
    return bits * CvQkd.lodewyck().symbolRateHz() / 1000;
  }
}
