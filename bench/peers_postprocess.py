"""The peers' side of post-processing: scipy's FFT for Toeplitz hashing, TNO's Cascade and Winnow.

Each function returns (operations per call, callable). scipy gets its bits unpacked, as real numbers,
and gives them back so; packing is not on its clock. The hash has the form (1|T): half of a million
bits is multiplied by a square matrix. The value is the number of ones in the output, about half, or
the efficiency f of the correction.
"""

import copy
import math

import numpy as np
import scipy.fft
from tno.quantum.communication.qkd_key_rate.classical import (
    Message,
    ParityStrategy,
    Permutations,
    Schedule,
)
from tno.quantum.communication.qkd_key_rate.classical.cascade import (
    CascadeCorrector,
    CascadeReceiver,
    CascadeSender,
)
from tno.quantum.communication.qkd_key_rate.classical.winnow import (
    WinnowCorrector,
    WinnowReceiver,
    WinnowSender,
)

LENGTH = 1 << 20
OUTPUT = LENGTH // 2
QBER = 0.03


def toeplitz(new_seed):
    rng = np.random.default_rng(1)
    first, second = rng.integers(0, 2, (2, OUTPUT))
    padded = np.zeros(LENGTH)
    padded[:OUTPUT] = second
    seed = rng.integers(0, 2, LENGTH).astype(float)
    cached = scipy.fft.rfft(seed)

    def run():
        spectrum = scipy.fft.rfft(seed) if new_seed else cached
        product = scipy.fft.irfft(spectrum * scipy.fft.rfft(padded), LENGTH)
        return int(((np.rint(product[OUTPUT:]).astype(np.int64) & 1) ^ first).sum())

    return LENGTH, run


def noisy_keys(bits):
    alice = Message.random_message(message_length=bits)
    wrong = np.random.default_rng(1).random(bits) < QBER
    return alice, [int(a) ^ int(w) for a, w in zip(alice, wrong)], wrong.mean()


def efficiency(disclosed, bits, p):
    return disclosed / bits / -(p * math.log2(p) + (1 - p) * math.log2(1 - p))


def cascade():
    bits = 10_000
    alice, noisy, p = noisy_keys(bits)
    permutations = Permutations.random_permutation(
        number_of_passes=8, message_size=bits, random_state=1
    )

    def run():
        strategy = ParityStrategy(error_rate=QBER, sampling_fraction=0.34, number_of_passes=8)
        corrector = CascadeCorrector(
            alice=CascadeSender(message=alice, permutations=permutations),
            bob=CascadeReceiver(
                message=Message(list(noisy)), permutations=permutations, parity_strategy=strategy),
        )
        return efficiency(corrector.correct_errors().number_of_exposed_bits, bits, p)

    return bits, run


def winnow():
    bits = 10_000
    alice, noisy, p = noisy_keys(bits)

    def run():
        schedule = Schedule.schedule_from_error_rate(error_rate=QBER)
        shared = {
            "permutations": Permutations.random_permutation(
                number_of_passes=len(schedule), message_size=bits, random_state=1
            ),
            "schedule": schedule,
        }
        corrector = WinnowCorrector(
            alice=WinnowSender(message=Message(list(alice)), **copy.deepcopy(shared)),
            bob=WinnowReceiver(message=Message(list(noisy)), **copy.deepcopy(shared)),
        )
        result = corrector.correct_errors()
        # what is thrown away and what is still known of the rest
        disclosed = bits - result.output_length + result.number_of_exposed_bits
        return efficiency(disclosed, bits, p)

    return bits, run


# name of the kit's workload: (peer, the least ratio that the kit aims for, function)
PEERS = {
    "toeplitz, cached seed": ("scipy", 2.5, lambda: toeplitz(False)),
    "toeplitz, new seed": ("scipy", 1.1, lambda: toeplitz(True)),
    "toeplitz, one thread": ("scipy, cached seed", 1, lambda: toeplitz(False)),
    "cascade, original": ("TNO", 100, cascade),
    "cascade, option 7": ("TNO", 100, cascade),
    "cascade, tuned": ("TNO", 50, cascade),
    "winnow, tabulated": ("TNO, same table", 100, winnow),
    "winnow, tuned": ("TNO", 100, winnow),
}
