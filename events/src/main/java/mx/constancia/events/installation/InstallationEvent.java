package mx.constancia.events.installation;

import mx.constancia.events.DomainEvent;

/** Facts about an installation of Constancia, recorded in the log that it keeps, so that operators can be audited too. */
public sealed interface InstallationEvent extends DomainEvent permits RebuildRequested, RebuildCancelled, ParkedReplayRequested, LedgerKeyAnnounced {
}
