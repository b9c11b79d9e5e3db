package cn.dangqun.domain.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.Exemption;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.profile.RulesSet;
import cn.dangqun.domain.queue.QueuePlan;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.domain.staff.Rota;
import cn.dangqun.domain.staff.StaffCode;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallSlot;
import java.security.PublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One thing the street keeps and its kiosks copy. `(kind, id)` is unique; a later item replaces an earlier one.
public sealed interface ReferenceItem {
    ReferenceKind kind();

    String id();

    /// The content files it names: who holds the item is given them.
    default List<ContentFile> files() {
        return List.of();
    }

    record OrganizationItem(Organization organization) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.ORGANIZATION;
        }

        @Override
        public String id() {
            return organization.id().value();
        }
    }

    record MemberItem(Member member) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.MEMBER;
        }

        @Override
        public String id() {
            return member.id().value();
        }
    }

    /// A card that finds a member; a member may have several.
    record CardBinding(CardKey card, MemberId member) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.CARD_BINDING;
        }

        @Override
        public String id() {
            return card.hex();
        }
    }

    record ActivityItem(Activity activity) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.ACTIVITY;
        }

        @Override
        public String id() {
            return activity.id().value();
        }
    }

    /// An Ed25519 public key of the street for member codes. Codes signed with it are refused after `retiredAfter`.
    record StreetKey(int keyId, PublicKey publicKey, Optional<LocalDate> retiredAfter) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.STREET_KEY;
        }

        @Override
        public String id() {
            return Integer.toString(keyId);
        }
    }

    record RevokedCode(long serial) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.REVOKED_CODE;
        }

        @Override
        public String id() {
            return Long.toString(serial);
        }
    }

    /// A person who may open the staff corner. `pinVerifier` is an encoded argon2id verifier, empty while there is no
    /// PIN; `code` lets the person choose one; `duty` says what for; `photo` hangs where the
    /// person agreed to it.
    record Staff(
            String id,
            String name,
            String pinVerifier,
            String duty,
            StaffRole role,
            Optional<StaffCode> code,
            Optional<ContentFile> photo)
            implements ReferenceItem {
        public Staff(String id, String name, String pinVerifier, String duty, StaffRole role) {
            this(id, name, pinVerifier, duty, role, Optional.empty(), Optional.empty());
        }

        public Staff(String id, String name, String pinVerifier, String duty) {
            this(id, name, pinVerifier, duty, StaffRole.DUTY_STAFF);
        }

        @Override
        public ReferenceKind kind() {
            return ReferenceKind.STAFF;
        }

        /// The PIN that was chosen with the code, which is used up.
        public Staff with(String chosenVerifier) {
            return new Staff(id, name, chosenVerifier, duty, role, Optional.empty(), photo);
        }

        public Staff showing(Optional<ContentFile> other) {
            return new Staff(id, name, pinVerifier, duty, role, code, other);
        }

        @Override
        public List<ContentFile> files() {
            return photo.stream().toList();
        }

        @Override
        public String toString() {
            return "Staff[" + id + "]";
        }
    }

    /// Who sits on whose committee, and when (RULES §2, CommitteeSeat).
    record CommitteeSeatItem(CommitteeSeat seat) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.COMMITTEE_SEAT;
        }

        @Override
        public String id() {
            return seat.id();
        }
    }

    /// Who is left out of 应到, and when; both approvals are there (OQ-03). `id` is the member's, a dot, and more.
    record ExemptionItem(String id, Exemption exemption) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.EXEMPTION;
        }

        @Override
        public String toString() {
            return "ExemptionItem[" + id + "]";
        }
    }

    /// By which rules an organisation and all below it go from a day on (RULES §3).
    record RulesItem(RulesSet rules) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.RULES;
        }

        @Override
        public String id() {
            return rules.id();
        }
    }

    /// What a reviewer gave back to a branch to be completed (reconciliation 8): `title` says what it is with names
    /// masked, `note` what is asked. `id` is the name of the item.
    record ReturnedItem(String id, OrganizationId organization, String title, String note, Instant at)
            implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.RETURNED;
        }
    }

    /// A frame on the wall, owned by the street.
    record WallSlotItem(WallSlot slot) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.WALL_SLOT;
        }

        @Override
        public String id() {
            return slot.id().value();
        }
    }

    /// What is published to hang in a frame; several may wait for their days.
    record WallPieceItem(WallPiece piece) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.WALL_PIECE;
        }

        @Override
        public String id() {
            return piece.id().value();
        }

        @Override
        public List<ContentFile> files() {
            return piece.pictures().stream().map(WallPicture::file).distinct().toList();
        }
    }

    /// The place a kiosk stands in; `name` is the name board's, `organization` the community's, `rota` says
    /// who is on duty there; `serves` are the other communities whose people it receives, in no order.
    record Site(String id, String name, OrganizationId organization, Rota rota, List<OrganizationId> serves)
            implements ReferenceItem {
        public Site {
            serves = serves.stream()
                    .filter(each -> !each.equals(organization))
                    .distinct()
                    .sorted(Comparator.comparing(OrganizationId::value))
                    .toList();
        }

        public Site(String id, String name, OrganizationId organization, Rota rota) {
            this(id, name, organization, rota, List.of());
        }

        public Site(String id, String name, OrganizationId organization) {
            this(id, name, organization, Rota.NONE);
        }

        public Site with(Rota other) {
            return new Site(id, name, organization, other, serves);
        }

        public Site serving(List<OrganizationId> others) {
            return new Site(id, name, organization, rota, others);
        }

        @Override
        public ReferenceKind kind() {
            return ReferenceKind.SITE;
        }
    }

    /// A line of the service catalogue. `organization` is whose it is: the street's own is offered everywhere, a
    /// community's at its centres.
    record Service(ServiceItem service, OrganizationId organization) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.SERVICE;
        }

        @Override
        public String id() {
            return service.id().value();
        }
    }

    /// The windows of a site and the rules of its queue; without one the site gives out no numbers.
    record SiteQueue(QueuePlan plan) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.QUEUE_PLAN;
        }

        @Override
        public String id() {
            return plan.site();
        }
    }

    /// What the street set for one kiosk, whose id this is; it takes the place of the kiosk's own settings. Every kiosk
    /// of the site holds it, that one goes by it.
    record KioskSettings(String id, VolumeSchedule volume) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.KIOSK_SETTINGS;
        }
    }

    /// How a request stands, for its receipt. It leaves the kiosks ninety days after it was closed.
    record StandingItem(RequestStanding standing) implements ReferenceItem {
        @Override
        public ReferenceKind kind() {
            return ReferenceKind.REQUEST_STANDING;
        }

        @Override
        public String id() {
            return standing.request();
        }
    }
}
