package qnet.lab;

import com.eclipsesource.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import qnet.channel.AmplifiedLink;
import qnet.channel.CircularOrbit;
import qnet.channel.DualDownlink;
import qnet.channel.Fiber;
import qnet.channel.FreeSpace;
import qnet.channel.PlainLink;
import qnet.network.RepeaterLine;
import qnet.qkd.B92;
import qnet.qkd.Bb84;
import qnet.qkd.Bbm92;
import qnet.qkd.CvQkd;
import qnet.qkd.DecoyBb84;
import qnet.qkd.DecoyMdiQkd;
import qnet.qkd.DetectorBlinding;
import qnet.qkd.DeviceIndependent;
import qnet.qkd.E91;
import qnet.qkd.FiniteCvQkd;
import qnet.qkd.FiniteProtocol;
import qnet.qkd.IdealTwinField;
import qnet.qkd.InterceptResend;
import qnet.qkd.MdiQkd;
import qnet.qkd.MeasureAndResend;
import qnet.qkd.PhaseMatching;
import qnet.qkd.PracticalDecoyBb84;
import qnet.qkd.ProtocolChoice;
import qnet.qkd.Sarg04;
import qnet.qkd.SendOrNotSend;
import qnet.qkd.SixState;
import qnet.qkd.TwinField;
import qnet.qkd.WeakPulseBb84;
import qnet.repeater.CoherentStateHeralding;
import qnet.repeater.EmitterHeralding;
import qnet.repeater.OnePhotonHeralding;
import qnet.repeater.OneWayRepeater;
import qnet.repeater.SingleNode;
import qnet.repeater.TrustedChain;
import qnet.repeater.TwoPhotonHeralding;
import qnet.state.Bbpssw;
import qnet.state.Dejmps;

/**
 * The records that a file may ask for by name, where a component can be one of several.
 *
 * <p>It is a list and no search, so that a file can never name any other class.
 */
final class NamedRecords {
  static final List<Class<? extends Record>> ALL =
      List.of(
          Fiber.class,
          FreeSpace.class,
          DualDownlink.class,
          AmplifiedLink.class,
          PlainLink.class,
          CircularOrbit.class,
          DecoyBb84.class,
          PracticalDecoyBb84.class,
          Bb84.class,
          WeakPulseBb84.class,
          SixState.class,
          Sarg04.class,
          B92.class,
          Bbm92.class,
          E91.class,
          MdiQkd.class,
          DecoyMdiQkd.class,
          TwinField.class,
          IdealTwinField.class,
          PhaseMatching.class,
          SendOrNotSend.class,
          CvQkd.class,
          FiniteCvQkd.class,
          FiniteProtocol.class,
          DeviceIndependent.class,
          MeasureAndResend.class,
          ProtocolChoice.class,
          TrustedChain.class,
          RepeaterLine.class,
          SingleNode.class,
          OneWayRepeater.class,
          InterceptResend.class,
          DetectorBlinding.class,
          CoherentStateHeralding.class,
          EmitterHeralding.class,
          OnePhotonHeralding.class,
          TwoPhotonHeralding.class,
          Bbpssw.class,
          Dejmps.class);

  private NamedRecords() {}

  static String nameOf(String path, Class<?> kind, Record made) {
    if (!ALL.contains(made.getClass())) {
      throw new IllegalArgumentException(
          path + " must be one of " + names(kind) + " to be saved, was " + made);
    }
    return made.getClass().getSimpleName();
  }

  static Class<?> find(String path, Class<?> kind, JsonValue name) {
    return ALL.stream()
        .filter(each -> kind.isAssignableFrom(each) && name != null && name.isString())
        .filter(each -> each.getSimpleName().equals(name.asString()))
        .findFirst()
        .orElseThrow(() -> RecordTree.refused(path, "one of " + names(kind), name));
  }

  private static String names(Class<?> kind) {
    return ALL.stream()
        .filter(kind::isAssignableFrom)
        .map(each -> '"' + each.getSimpleName() + '"')
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
