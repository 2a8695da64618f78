package mx.constancia.guidelines;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;

import mx.constancia.decision.CommandType;
import mx.constancia.decision.CommonRules;
import mx.constancia.decision.Rule;
import mx.constancia.installation.InstallationRules;
import mx.constancia.mechanism.call.CallRules;
import mx.constancia.mechanism.creation.CreationRules;
import mx.constancia.mechanism.creation.DeclaredCoverage;
import mx.constancia.mechanism.lifecycle.LifecycleRules;
import mx.constancia.mechanism.lifecycle.StandingRules;
import mx.constancia.mechanism.membership.CivilRules;
import mx.constancia.mechanism.membership.EntryRules;
import mx.constancia.mechanism.membership.SeatRules;
import mx.constancia.mechanism.organization.HeadRules;
import mx.constancia.mechanism.session.SessionRules;

/** All rules: the constants of the commands' records and of what they share. */
public final class RuleCatalog {

    private static final List<Class<?>> SHARED = List.of(
            CommonRules.class, LifecycleRules.class, StandingRules.class, CreationRules.class, DeclaredCoverage.class,
            CallRules.class, SeatRules.class, EntryRules.class, CivilRules.class, HeadRules.class, SessionRules.class,
            InstallationRules.class);

    /** All rules; those that commands share come first. */
    public static final List<Rule> ALL = Stream.concat(SHARED.stream(), CommandCatalog.ALL.stream().map(CommandType::record))
            .flatMap(holder -> Stream.of(holder.getDeclaredFields()))
            .filter(field -> field.getType() == Rule.class)
            .map(RuleCatalog::read)
            .toList();

    private RuleCatalog() {
    }

    private static Rule read(Field field) {
        try {
            field.setAccessible(true);
            return (Rule) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
