package qnet.network;

import java.util.HashMap;
import java.util.List;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.spanning.PrimMinimumSpanningTree;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;
import qnet.run.Parallel;
import qnet.run.Require;

/** The shortest tree that connects cities, and the load of its lines. */
final class CityTree {
  private CityTree() {}

  static NetworkPlan plan(Planner planner, List<Node> cities, List<Demand> demands) {
    Require.atLeast("cities", cities.size(), 2);
    Require.atLeast("demands", demands.size(), 1);
    var network = new Network(cities, List.of());
    for (Demand demand : demands) {
      network.node(demand.from());
      network.node(demand.to());
    }
    var tree = tree(cities);
    var loads = new HashMap<DefaultWeightedEdge, Double>();
    var routes = new DijkstraShortestPath<>(tree);
    for (Demand demand : demands) {
      for (var edge : routes.getPath(demand.from(), demand.to()).getEdgeList()) {
        loads.merge(edge, demand.bitsPerSecond(), Double::sum);
      }
    }
    var built = tree.edgeSet().stream().filter(loads::containsKey).toList();
    return new NetworkPlan(
        cities,
        demands,
        Parallel.map(
            built.size(),
            i -> {
              var edge = built.get(i);
              double lengthKm = planner.detour() * tree.getEdgeWeight(edge);
              double load = loads.get(edge);
              return new PlannedLine(
                  tree.getEdgeSource(edge),
                  tree.getEdgeTarget(edge),
                  load,
                  planner.line(lengthKm, load));
            }));
  }

  private static SimpleWeightedGraph<String, DefaultWeightedEdge> tree(List<Node> cities) {
    var all = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    var tree = new SimpleWeightedGraph<String, DefaultWeightedEdge>(DefaultWeightedEdge.class);
    for (Node city : cities) {
      all.addVertex(city.id());
      tree.addVertex(city.id());
    }
    for (int i = 0; i < cities.size(); i++) {
      for (int j = 0; j < i; j++) {
        double distanceKm = cities.get(i).distanceKm(cities.get(j));
        if (!(distanceKm > 0)) {
          throw new IllegalArgumentException(
              "cities must have different places, were \""
                  + cities.get(i).id()
                  + "\" and \""
                  + cities.get(j).id()
                  + "\"");
        }
        all.setEdgeWeight(all.addEdge(cities.get(j).id(), cities.get(i).id()), distanceKm);
      }
    }
    var spanning = new PrimMinimumSpanningTree<>(all).getSpanningTree().getEdges();
    for (var edge : all.edgeSet()) { // the set of the tree has no order of its own
      if (spanning.contains(edge)) {
        var kept = tree.addEdge(all.getEdgeSource(edge), all.getEdgeTarget(edge));
        tree.setEdgeWeight(kept, all.getEdgeWeight(edge));
      }
    }
    return tree;
  }
}
