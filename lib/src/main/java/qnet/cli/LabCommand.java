package qnet.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens JupyterLab on the first notebook, for this machine only. */
@Command(name = "lab", description = "Open the notebooks in JupyterLab; Ctrl-C ends it.")
final class LabCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8888;
  private static final int PORTS_TRIED = 50;

  @Option(
      names = "--port",
      description = "The port to listen on; without it, a free one from " + USUAL_PORT + " on.")
  private Integer port;

  @Option(names = "--no-browser", description = "Print the address, and open no browser.")
  private boolean noBrowser;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Home home = Kit.home();
    int free = freePort();
    Jupyter jupyter = Jupyter.prepare(home, Terminal.standard());
    String page = home.root().relativize(home.firstPage()).toString().replace('\\', '/');
    var arguments = new ArrayList<String>();
    arguments.add("--ServerApp.ip=127.0.0.1");
    arguments.add("--ServerApp.port=" + free);
    arguments.add("--ServerApp.port_retries=0");
    arguments.add("--ServerApp.root_dir=" + home.root());
    arguments.add("--LabApp.default_url=/lab/tree/" + page);
    if (noBrowser) {
      arguments.add("--no-browser");
    }
    if (isRoot()) {
      arguments.add("--allow-root");
    }
    Process server =
        jupyter.module("jupyterlab", arguments).directory(home.root().toFile()).inheritIO().start();
    var guard = Processes.guard(server, () -> {});
    try {
      return server.waitFor();
    } finally {
      guard.release();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private int freePort() {
    if (port != null) {
      if (port < 1 || port > 65535) {
        throw new Problem("--port must be from 1 to 65535, was " + port + ".");
      }
      if (!isFree(port)) {
        throw new Problem(
            "port " + port + " is in use: end what listens there, or choose another with --port.");
      }
      return port;
    }
    for (int candidate = USUAL_PORT; candidate < USUAL_PORT + PORTS_TRIED; candidate++) {
      if (isFree(candidate)) {
        return candidate;
      }
    }
    throw new Problem(
        "the ports from "
            + USUAL_PORT
            + " to "
            + (USUAL_PORT + PORTS_TRIED - 1)
            + " are in use: choose a free one with --port.");
  }

  private static boolean isFree(int candidate) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), candidate));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
