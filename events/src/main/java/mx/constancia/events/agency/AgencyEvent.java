package mx.constancia.events.agency;

import mx.constancia.events.DomainEvent;

/** Facts about one agency or entity. */
public sealed interface AgencyEvent extends DomainEvent permits AgencyRegistered {
}
