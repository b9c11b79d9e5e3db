package cn.dangqun.domain.duty;

import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationLevel;
import java.util.Set;

/// For which organisations a duty applies (`appliesIf` of a profile).
public sealed interface Condition {
    boolean holdsFor(DutyBearer bearer);

    record Always() implements Condition {
        @Override
        public boolean holdsFor(DutyBearer bearer) {
            return true;
        }
    }

    /// A small branch without a committee owes no committee meetings (OQ-14).
    record HasCommittee() implements Condition {
        @Override
        public boolean holdsFor(DutyBearer bearer) {
            return bearer.hasCommittee();
        }
    }

    record HasGroups() implements Condition {
        @Override
        public boolean holdsFor(DutyBearer bearer) {
            return !bearer.groups().isEmpty();
        }
    }

    record LevelIn(Set<OrganizationLevel> levels) implements Condition {
        public LevelIn {
            levels = Set.copyOf(levels);
        }

        @Override
        public boolean holdsFor(DutyBearer bearer) {
            return levels.contains(bearer.level());
        }
    }

    record ClassIn(Set<OrganizationClass> classes) implements Condition {
        public ClassIn {
            classes = Set.copyOf(classes);
        }

        @Override
        public boolean holdsFor(DutyBearer bearer) {
            return classes.contains(bearer.orgClass());
        }
    }
}
