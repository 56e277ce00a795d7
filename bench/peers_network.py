"""The peer of the networks is a library in the same JVM: JGraphT's Dijkstra.

The third entry is not a function but the name of the peer's workload on the kit's side, where the
answers of both are compared before anything is timed.
"""

PEERS = {
    f"widest path, {nodes} nodes": ("JGraphT Dijkstra", "≥ 5", f"widest path, {nodes} nodes, JGraphT")
    for nodes in (1000, 10000, 100000)
}
