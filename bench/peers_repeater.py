"""The peers' side of the repeater package: numpy vectorised, heapq event by event, and requsim.

Each function returns (pairs per call, callable). All chains swap as soon as possible, always with
success, each segment with probability 0.01 per attempt; the callable's result is the mean number of
attempts until a pair is there.
"""

import heapq
import math
import random
import warnings

import numpy as np

P = 0.01
T2 = 1e6


def long_chain():
    rng = np.random.default_rng(1)
    segments, pairs = 1024, 1024

    def run():
        ready = rng.geometric(P, (pairs, segments))
        storage = np.abs(np.diff(ready, axis=1)).sum(axis=1)
        np.exp(-storage / T2).mean()
        return ready.max(axis=1).mean()

    return pairs, run


def deliver(segments, rng):
    """One pair: a heap of links, and the ends of every pair at its outer segments."""
    scale = 1 / math.log1p(-P)
    heap = [(1 + int(math.log(1 - rng.random()) * scale), i) for i in range(segments)]
    heapq.heapify(heap)
    up = [False] * segments
    leftmost, rightmost, born = list(range(segments)), list(range(segments)), [0] * segments
    storage = 0
    while True:
        now, here = heapq.heappop(heap)
        up[here], born[here] = True, now
        left = right = here
        if here > 0 and up[here - 1]:
            storage += now - born[here - 1]
            left = leftmost[here - 1]
        if here + 1 < segments and up[here + 1]:
            storage += now - born[here + 1]
            right = rightmost[here + 1]
        rightmost[left], leftmost[right] = right, left
        if left == 0 and right == segments - 1:
            return now, storage


def long_chain_by_events():
    rng = random.Random(1)
    pairs = 20

    def run():
        return sum(deliver(1024, rng)[0] for _ in range(pairs)) / pairs

    return pairs, run


def short_chain():
    warnings.filterwarnings("ignore")
    from requsim.events import EntanglementSwappingEvent
    from requsim.noise import NoiseChannel
    from requsim.quantum_objects import SchedulingSource, Station
    from requsim.tools.noise_channels import z_noise_channel
    from requsim.world import World

    segments, pairs = 16, 10
    rng = np.random.default_rng(1)
    world = World()
    channel = NoiseChannel(
        n_qubits=1,
        channel_function=lambda rho, t: z_noise_channel(rho=rho, epsilon=(1 - np.exp(-t / T2)) / 2),
    )
    stations = [
        Station(world, position=float(i), memory_noise=channel) for i in range(segments + 1)
    ]
    place = {station: i for i, station in enumerate(stations)}
    phi = np.zeros((4, 4), complex)
    phi[np.ix_([0, 3], [0, 3])] = 0.5
    sources = [
        SchedulingSource(
            world,
            position=float(i),
            target_stations=[stations[i], stations[i + 1]],
            time_distribution=lambda source: float(rng.geometric(P)),
            state_generation=lambda source: phi,
        )
        for i in range(segments)
    ]
    queue = world.event_queue

    def first_station(pair):
        return min(place[qubit._info["station"]] for qubit in pair.qubits)

    def one_pair():
        for source in sources:
            source.schedule_event()
        begin = queue.current_time
        while True:
            queue.resolve_next_event()
            ready = [s for s in stations[1:-1] if len(s.qubits) == 2]
            while ready:
                ends = sorted((q.higher_order_object for q in ready[0].qubits), key=first_station)
                queue.add_event(
                    EntanglementSwappingEvent(
                        time=queue.current_time, pairs=ends, station=ready[0]
                    )
                )
                queue.resolve_next_event()
                ready = [s for s in stations[1:-1] if len(s.qubits) == 2]
            waiting = world.world_objects.get("Pair", [])
            if (
                len(waiting) == 1
                and not queue.queue
                and waiting[0].is_between_stations(stations[0], stations[-1])
            ):
                waiting[0].update_time()
                for qubit in list(waiting[0].qubits):
                    qubit.destroy()
                return queue.current_time - begin

    def run():
        return sum(one_pair() for _ in range(pairs)) / pairs

    return pairs, run


# name of the kit's workload: (peer, the least ratio that the kit aims for, function)
PEERS = {
    "chain of 1024": ("numpy", 3, long_chain),
    "chain of 1024, events": ("heapq", 22, long_chain_by_events),
    "chain of 16, dephasing": ("requsim", 1000, short_chain),
}
