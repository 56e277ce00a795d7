"""Runs the kit and its peers in turn and prints how many times faster the kit is.

Both sides alternate within one run, because on a shared machine only such a ratio means anything:
the table has the median of the ratios of neighbouring measurements, and their range.

    python bench/run.py            all workloads, 7 measurements each
    python bench/run.py chsh       those whose name contains "chsh"
    python bench/run.py --runs 15

A theme adds a module with a dictionary PEERS like that of peers_state.py, and its name below.
"""

import argparse
import importlib
import os
import pathlib
import statistics
import subprocess
import sys
import time

THEMES = ["peers_state", "peers_qkd", "peers_bb84", "peers_postprocess", "peers_repeater", "peers_network"]
ROOT = pathlib.Path(__file__).resolve().parent.parent


def kit_process():
    class_path = ROOT / "target" / "bench.classpath"
    if not class_path.exists():
        sys.exit("first build the kit's side: mvn -q -Pbench process-test-classes")
    parts = [str(ROOT / "target" / "test-classes"), str(ROOT / "target" / "classes")]
    parts.append(class_path.read_text().strip())
    java = pathlib.Path(os.environ["JAVA_HOME"], "bin", "java") if "JAVA_HOME" in os.environ else "java"
    return subprocess.Popen(
        [str(java), "-cp", os.pathsep.join(parts), "qnet.bench.Side"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kit_rate(process, workload):
    process.stdin.write(workload + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        sys.exit(f"the kit's side has ended at '{workload}'")
    return float(line)


def peer_rate(operations, run):
    calls, start = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - start) < 0.3:
        run()
        calls += 1
    return operations * calls / elapsed


def measure(process, workload, peer, goal, prepare, runs):
    if isinstance(prepare, str):  # a workload in the same JVM, which compares the answers itself
        value = "equal"
        kit_rate(process, prepare)
        measured = lambda: kit_rate(process, prepare)
    else:
        operations, run = prepare()
        value = f"{run():.6g}"
        measured = lambda: peer_rate(operations, run)
    kit_rate(process, workload)  # warms up
    pairs = [(kit_rate(process, workload), measured()) for _ in range(runs)]
    ratios = [kit / other for kit, other in pairs]
    print(
        f"| {workload} | {statistics.median(k for k, _ in pairs):.3g} /s "
        f"| {peer} {statistics.median(p for _, p in pairs):.3g} /s "
        f"| {statistics.median(ratios):.4g} ({min(ratios):.3g} to {max(ratios):.3g}) "
        f"| {goal} | {value} |",
        flush=True,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("name", nargs="?", default="", help="part of the workloads' names")
    parser.add_argument("--runs", type=int, default=7, help="measurements of each side, at least 7")
    arguments = parser.parse_args()
    if arguments.runs < 7:
        parser.error("--runs must be at least 7")
    print("| work | kit | peer | ratio, median (range) | goal | peer's value |")
    print("|---|---|---|---|---|---|")
    process = kit_process()
    for theme in THEMES:
        for workload, (peer, goal, prepare) in importlib.import_module(theme).PEERS.items():
            if arguments.name in workload:
                measure(process, workload, peer, goal, prepare, arguments.runs)
    process.stdin.close()
    process.wait()


if __name__ == "__main__":
    main()
