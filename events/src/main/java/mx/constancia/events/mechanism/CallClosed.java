package mx.constancia.events.mechanism;

import mx.constancia.events.EventType;

/**
 * A public call was closed (cierre de la convocatoria; G-18).
 *
 * @param callId the call
 * @param applications number of applications received
 */
@EventType("mechanism.call-closed.v1")
public record CallClosed(
        String callId,
        int applications) implements MechanismEvent {
}
