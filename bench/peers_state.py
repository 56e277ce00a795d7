"""The peers' side of the state package: QuTiP and numpy, written the way their users write it.

Each function returns (operations per call, callable). The callable's result is printed once, so that
a reader sees that both sides compute the same thing.
"""

import numpy as np
import qutip as qt

SETTINGS_SIGN = [1, 1, 1, -1]


def noisy_pair():
    return 0.9 * qt.ket2dm(qt.bell_state("00")) + 0.1 * qt.qeye([2, 2]) / 4


def chsh_value():
    rho = noisy_pair()
    z, x = qt.sigmaz(), qt.sigmax()
    bob = [(z + x) / np.sqrt(2), (z - x) / np.sqrt(2)]
    correlators = [qt.tensor(a, b) for a in (z, x) for b in bob]

    def run():
        for _ in range(200):
            s = sum(k * qt.expect(e, rho) for k, e in zip(SETTINGS_SIGN, correlators))
        return s

    return 200, run


def cnot(qubits, control, target):
    u = np.zeros((2**qubits, 2**qubits))
    for i in range(2**qubits):
        flip = (i >> (qubits - 1 - control)) & 1
        u[i ^ (flip << (qubits - 1 - target)), i] = 1
    return qt.Qobj(u, dims=[[2] * qubits] * 2)


def purification_step():
    # qubits: Alice kept, Bob kept, Alice sacrificed, Bob sacrificed
    pair = noisy_pair()
    both_cnots = cnot(4, 0, 2) * cnot(4, 1, 3)
    one = qt.qeye(2)
    keep = [qt.tensor(one, one, p, p) for p in (qt.fock_dm(2, 0), qt.fock_dm(2, 1))]
    phi = qt.ket2dm(qt.bell_state("00"))

    def run():
        for _ in range(50):
            rho = both_cnots * qt.tensor(pair, pair) * both_cnots.dag()
            rho = sum(p * rho * p for p in keep)
            kept = (rho / rho.tr()).ptrace([0, 1])
        return qt.expect(phi, kept)

    return 50, run


def gate_on_ten_qubits():
    hadamard = qt.Qobj(np.array([[1, 1], [1, -1]]) / np.sqrt(2))
    gate = qt.tensor(*[hadamard if i == 1 else qt.qeye(2) for i in range(10)])
    rho = qt.rand_dm(2**10, seed=1)
    rho = qt.Qobj(rho.full(), dims=[[2] * 10] * 2)

    def run():
        return (gate * rho * gate.dag()).tr().real

    return 1, run


def chsh_rounds():
    rng = np.random.default_rng(1)
    rounds = 1_000_000

    def run():
        x = rng.integers(0, 2, rounds)
        y = rng.integers(0, 2, rounds)
        e = (np.array([[1, 1], [1, -1]]) / np.sqrt(2) * 0.98)[x, y]
        a = rng.integers(0, 2, rounds)
        b = np.where(rng.random(rounds) < (1 + e) / 2, a, 1 - a)
        s = 0
        for i in (0, 1):
            for j in (0, 1):
                here = (x == i) & (y == j)
                mean = np.mean(np.where(a[here] == b[here], 1, -1))
                s += -mean if i == j == 1 else mean
        return s

    return rounds, run


# name of the kit's workload: (peer, the least ratio that the kit aims for, function)
PEERS = {
    "chsh value": ("QuTiP", 150, chsh_value),
    "purification step": ("QuTiP", 1000, purification_step),
    "gate on 10 qubits": ("QuTiP", 6, gate_on_ten_qubits),
    "chsh rounds": ("numpy", 100, chsh_rounds),
}
