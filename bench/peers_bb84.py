"""The peers' side of BB84: numpy pulse by pulse, numpy 8 pulses to a byte, numpy on the detected pulses
only, and numba 64 pulses to a word.

All send single photons: Alice's bits and both bases are fair coins, a photon arrives with probability
ETA, goes to the wrong detector with probability MISALIGNMENT (a fair coin in unequal bases), each
detector clicks in the dark with probability DARK, and a double click is a coin toss.
"""

import numba
import numpy as np

MISALIGNMENT = 0.02
DARK = 1e-6


def plain_record(eta):
    def prepare():
        pulses = 1_000_000
        rng = np.random.default_rng(1)

        def coins():
            return rng.integers(0, 2, pulses, dtype=np.uint8)

        def happens(p):
            return rng.random(pulses) < p

        def run():
            alice, alice_basis, bob_basis, tossed = coins(), coins(), coins(), coins()
            arrives, turned = happens(eta), happens(MISALIGNMENT)
            same = alice_basis == bob_basis
            went_to = np.where(same, alice ^ turned, tossed)
            zero = (arrives & (went_to == 0)) | happens(DARK)
            one = (arrives & (went_to == 1)) | happens(DARK)
            bob = np.where(zero & one, tossed, one.astype(np.uint8))
            kept = (zero | one) & same
            return np.mean(alice[kept] != bob[kept])

        return pulses, run

    return prepare


def packed_record():
    pulses = 8_000_000
    octets = pulses // 8
    rng = np.random.Generator(np.random.SFC64(1))

    def coins():
        return np.frombuffer(rng.bytes(octets), dtype=np.uint8)

    def happens(p):
        return np.packbits(rng.random(pulses, dtype=np.float32) < p)

    def rarely(p):
        events = np.zeros(octets, np.uint8)
        where = rng.integers(0, pulses, rng.binomial(pulses, p))
        np.bitwise_or.at(events, where >> 3, (1 << (where & 7)).astype(np.uint8))
        return events

    def run():
        alice, alice_basis, bob_basis, tossed = coins(), coins(), coins(), coins()
        arrives, turned = happens(0.1), happens(MISALIGNMENT)
        same = ~(alice_basis ^ bob_basis)
        went_to = (same & (alice ^ turned)) | (~same & tossed)
        zero = (arrives & ~went_to) | rarely(DARK)
        one = (arrives & went_to) | rarely(DARK)
        bob = one & (~zero | tossed)
        kept = (zero | one) & same
        return np.bitwise_count((alice ^ bob) & kept).sum() / np.bitwise_count(kept).sum()

    return pulses, run


def detected_only():
    pulses, eta = 10_000_000, 1e-3
    rng = np.random.default_rng(1)
    clicks = 1 - (1 - eta) * (1 - DARK) ** 2

    def run():
        detected = rng.binomial(pulses, clicks)
        where = np.cumsum(rng.geometric(clicks, detected))
        alice = rng.integers(0, 2, detected, dtype=np.uint8)
        same = rng.integers(0, 2, detected, dtype=np.uint8) == 0
        tossed = rng.integers(0, 2, detected, dtype=np.uint8)
        photon = rng.random(detected) < eta / clicks
        dark_too = photon & (rng.random(detected) < DARK)
        bob = np.where(photon, alice ^ (rng.random(detected) < MISALIGNMENT), tossed)
        bob = np.where(dark_too, tossed, bob)
        assert where[-1] > 0
        return np.mean(alice[same] != bob[same])

    return pulses, run


@numba.njit
def next_word(s):
    total = s[0] + s[3]
    word = ((total << np.uint64(23)) | (total >> np.uint64(41))) + s[0]
    t = s[1] << np.uint64(17)
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= t
    s[3] = (s[3] << np.uint64(45)) | (s[3] >> np.uint64(19))
    return word


@numba.njit
def happens_word(s, threshold, first):
    lanes = np.uint64(0)
    for digit in range(first, 32):
        word = next_word(s)
        if (threshold >> digit) & 1:
            lanes |= word
        else:
            lanes &= word
    return lanes


@numba.njit
def ones(x):
    x -= (x >> np.uint64(1)) & np.uint64(0x5555555555555555)
    x = (x & np.uint64(0x3333333333333333)) + ((x >> np.uint64(2)) & np.uint64(0x3333333333333333))
    x = (x + (x >> np.uint64(4))) & np.uint64(0x0F0F0F0F0F0F0F0F)
    return (x * np.uint64(0x0101010101010101)) >> np.uint64(56)


@numba.njit
def count_words(words, arrives, first_arrives, turned, first_turned, s):
    kept = errors = 0
    for _ in range(words):
        sifted = ~(next_word(s) ^ next_word(s)) & happens_word(s, arrives, first_arrives)
        kept += ones(sifted)
        errors += ones(sifted & happens_word(s, turned, first_turned))
    return kept, errors


def counts_only():
    words = 200_000
    state = np.array([1, 2, 3, 4], dtype=np.uint64)

    def threshold(p):
        scaled = round(p * 2**32)
        return scaled, (scaled & -scaled).bit_length() - 1

    settings = (*threshold(0.1), *threshold(MISALIGNMENT), state)
    count_words(1, *settings)  # compiles

    def run():
        kept, errors = count_words(words, *settings)
        return errors / kept

    return words * 64, run


# name of the kit's workload: (peer, the least ratio that the kit aims for, function)
PEERS = {
    "bb84 record, plain peer": ("numpy", 45, plain_record(0.1)),
    "bb84 record, packed peer": ("numpy, packed", 8, packed_record),
    "bb84 record, no loss": ("numpy", 85, plain_record(1)),
    "bb84 counts": ("numba", 3, counts_only),
    "bb84 rare clicks": ("numpy, detected only", 6, detected_only),
    "bb84 record, all cores": ("the kit on one core", 1.8, "bb84 record, one core"),
    "bb84 record, one core": ("numpy, packed", 4, packed_record),
    "bb84 counts, one core": ("numba", 1.5, counts_only),
    "bb84 rare clicks, one core": ("numpy, detected only", 3, detected_only),
}
