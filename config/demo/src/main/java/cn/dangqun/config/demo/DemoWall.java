package cn.dangqun.config.demo;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What hangs in the demonstration street: made-up content that says so, one column expired, some frames empty, and
/// the oath and the rights as if they had been proofread.
final class DemoWall {
    private static final String SCHEMA = "demo-wall/1";
    private static final int MOST_DAYS = 999;
    private static final List<WallSlotId> PROOFREAD = List.of(new WallSlotId("oath"), new WallSlotId("rights"));
    private static final WallSlotId STRUCTURE = new WallSlotId("structure");
    private static final int SINCE = 90;

    private final DemoOrganizations organizations;
    private final WallLibrary library = WallLibrary.shipped();

    DemoWall(DemoOrganizations organizations) {
        this.organizations = organizations;
    }

    List<DemoPiece> all(LocalDate today) {
        var pieces = new ArrayList<DemoPiece>();
        PROOFREAD.forEach(slot -> pieces.add(official(slot, today)));
        organizations.communities().forEach(each -> pieces.add(structure(each, today)));
        pieces.addAll(madeUp(today));
        return pieces;
    }

    private DemoPiece official(WallSlotId id, LocalDate today) {
        var slot = library.catalogue().find(id).orElseThrow();
        var text = library.textFor(id).orElseThrow();
        var day = today.minusDays(SINCE);
        var source = new WallSource(text.source().work(), text.source().edition(), Optional.of(day));
        return piece(slot, new WallPlace.Street(), text.text(), Optional.of(source), Validity.from(day));
    }

    /// 组织架构 follows from the tree of organisations.
    private DemoPiece structure(Organization community, LocalDate today) {
        var slot = library.catalogue().find(STRUCTURE).orElseThrow();
        var lines = new ArrayList<String>();
        lines.add("# " + community.name());
        for (var branch : organizations.branchesOf(community)) {
            lines.add("# " + branch.name());
            organizations.groupsOf(branch).forEach(group -> lines.add(group.name()));
        }
        var text = WallText.typed(slot.title(), String.join("\n", lines));
        return piece(
                slot,
                new WallPlace.Community(community.id()),
                text,
                Optional.empty(),
                Validity.from(today.minusDays(SINCE)));
    }

    private List<DemoPiece> madeUp(LocalDate today) {
        var faults = new ArrayList<Fault>();
        var document = Place.root(resource(), faults);
        document.only("schema", "note", "pieces").field("schema").oneOf(Map.of(SCHEMA, SCHEMA));
        var pieces = document.field("pieces").items().stream()
                .map(each -> madeUp(each, today))
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("the demonstration's wall is faulty: " + faults);
        }
        return pieces;
    }

    private DemoPiece madeUp(Place place, LocalDate today) {
        place.only("slot", "at", "title", "since", "last", "body");
        var slot = library.catalogue()
                .find(new WallSlotId(place.field("slot").text()))
                .orElseThrow();
        var body = place.field("body").items().stream().map(Place::text).collect(Collectors.joining("\n"));
        var from = today.minusDays(place.field("since").whole(0, MOST_DAYS));
        var until = place.maybe("last").map(last -> today.minusDays(last.whole(0, MOST_DAYS)));
        return piece(
                slot,
                at(slot, place.field("at").text()),
                WallText.typed(place.field("title").text(), body),
                Optional.empty(),
                new Validity(from, until));
    }

    private static WallPlace at(WallSlot slot, String id) {
        return switch (slot.reach()) {
            case STREET -> new WallPlace.Street();
            case COMMUNITY -> new WallPlace.Community(new OrganizationId(id));
            case BRANCH -> new WallPlace.Branch(new OrganizationId(id));
            case SITE -> new WallPlace.Site(id);
        };
    }

    private static DemoPiece piece(
            WallSlot slot, WallPlace place, WallText text, Optional<WallSource> source, Validity validity) {
        return new DemoPiece(slot, place, new WallDraft(slot.holds(), text, source, validity));
    }

    private static JsonNode resource() {
        try (var stream = DemoWall.class.getResourceAsStream("wall.json")) {
            if (stream == null) {
                throw new IllegalStateException("the demonstration has no wall");
            }
            return JsonText.parse(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (UnreadableException broken) {
            throw new IllegalStateException("the demonstration's wall is not JSON", broken);
        }
    }
}
