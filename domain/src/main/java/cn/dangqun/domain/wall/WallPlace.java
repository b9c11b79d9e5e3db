package cn.dangqun.domain.wall;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Optional;

/// The walls a piece hangs on: all of the street's, a community's, or those of one site. What belongs to a branch hangs
/// on the walls of its community, beside that of the other branches.
public sealed interface WallPlace {
    WallReach reach();

    /// Whose it is, where that is a community or a branch.
    default Optional<OrganizationId> organization() {
        return switch (this) {
            case Street ignored -> Optional.empty();
            case Community(var id) -> Optional.of(id);
            case Branch(var id) -> Optional.of(id);
            case Site ignored -> Optional.empty();
        };
    }

    record Street() implements WallPlace {
        @Override
        public WallReach reach() {
            return WallReach.STREET;
        }
    }

    record Community(OrganizationId id) implements WallPlace {
        @Override
        public WallReach reach() {
            return WallReach.COMMUNITY;
        }
    }

    record Branch(OrganizationId id) implements WallPlace {
        @Override
        public WallReach reach() {
            return WallReach.BRANCH;
        }
    }

    record Site(String id) implements WallPlace {
        public Site {
            if (id.isBlank() || id.length() > 64) {
                throw new IllegalArgumentException("a site id has 1 to 64 characters");
            }
        }

        @Override
        public WallReach reach() {
            return WallReach.SITE;
        }
    }
}
