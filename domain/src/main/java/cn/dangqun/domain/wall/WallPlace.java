package cn.dangqun.domain.wall;

import cn.dangqun.domain.organization.OrganizationId;

/// The walls a piece hangs on: all of the street's, a community's, or those of one site.
public sealed interface WallPlace {
    WallReach reach();

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
