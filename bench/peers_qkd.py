"""The peers' side of the key rates: TNO's qkd_key_rate, called the way its documentation does.

Each function returns (operations per call, callable); the callable's result is the optimised rate at
10 dB, so that a reader sees that both sides compute the same thing. TNO's finite keys are timed but
no reference: an error count goes into the entropy there.
"""

import warnings

from tno.quantum.communication.qkd_key_rate.quantum import standard_detector
from tno.quantum.communication.qkd_key_rate.quantum.bb84 import (
    BB84AsymptoticKeyRateEstimate,
    BB84FiniteKeyRateEstimate,
    BB84FullyAsymptoticKeyRateEstimate,
)

warnings.filterwarnings("ignore")
LOSS_DB = 10


def optimised(estimate):
    return 1, lambda: float(estimate.optimize_rate(attenuation=LOSS_DB)[1])


def infinite_decoys():
    return optimised(BB84FullyAsymptoticKeyRateEstimate(detector=standard_detector))


def two_decoys():
    return optimised(BB84AsymptoticKeyRateEstimate(detector=standard_detector, number_of_decoy=2))


def finite_key():
    return optimised(
        BB84FiniteKeyRateEstimate(
            detector=standard_detector, number_of_pulses=10**12, number_of_decoy=2
        )
    )


# name of the kit's workload: (peer, the least ratio that the kit aims for, function)
PEERS = {
    "infinite decoys, optimised": ("TNO", 5000, infinite_decoys),
    "two decoys, optimised": ("TNO", 1000, two_decoys),
    "finite key, optimised": ("TNO", 100, finite_key),
}
