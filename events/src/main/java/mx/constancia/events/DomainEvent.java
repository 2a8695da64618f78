package mx.constancia.events;

import mx.constancia.events.agency.AgencyEvent;
import mx.constancia.events.installation.InstallationEvent;
import mx.constancia.events.mechanism.MechanismEvent;

/**
 * A legal fact that was recorded and can never be changed. Records only: past tense, strings, numbers, dates, and
 * small records of these, so that the wire format does not depend on the domain's types.
 *
 * <p>Every component is public unless it is annotated {@link Restricted}.
 */
public sealed interface DomainEvent permits AgencyEvent, InstallationEvent, MechanismEvent {
}
