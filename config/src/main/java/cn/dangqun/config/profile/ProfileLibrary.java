package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.config.profile.json.Wording;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.rule.ProfileRef;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Profile documents by name, the shipped ones and those of a street. Immutable; safe for any thread.
public final class ProfileLibrary {
    private static final String SCHEMA = "rule-profile/1";
    /// 学时 a year; a profile that asks less is pointed out (RULES §4, study)
    private static final int NATIONAL_HOURS = 32;

    private final Map<String, JsonNode> documents;

    private ProfileLibrary(Map<String, JsonNode> documents) {
        this.documents = Map.copyOf(documents);
    }

    /// The profiles that come with the product.
    public static ProfileLibrary shipped() {
        var documents = new HashMap<String, JsonNode>();
        for (var name :
                resource("index.txt").lines().filter(line -> !line.isBlank()).toList()) {
            documents.put(name, tree(name));
        }
        return new ProfileLibrary(documents);
    }

    private static JsonNode tree(String name) {
        try {
            return JsonText.parse(resource(name + ".json").getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableException broken) {
            throw new IllegalStateException("shipped profile " + name + " is not JSON", broken);
        }
    }

    private static String resource(String file) {
        try (var stream = ProfileLibrary.class.getResourceAsStream("profiles/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("shipped profile file " + file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Set<String> names() {
        return documents.keySet();
    }

    /// This library with one more document, which hides another of the same name.
    public ProfileLibrary with(String name, JsonNode document) {
        var more = new HashMap<>(documents);
        more.put(name, document);
        return new ProfileLibrary(more);
    }

    /// The profile an organisation has, with its parameters (see [cn.dangqun.domain.profile.ProfileAssignments]).
    public ProfileReading read(ProfileChoice choice) {
        return read(choice.profile(), Params.ofText(choice.params()));
    }

    public ProfileReading read(String name, Params params) {
        var faults = new ArrayList<Fault>();
        var profile = read(name, params, faults);
        for (var unused : params.unused()) {
            faults.add(new Fault("params." + unused, Wording.say("param.unknown", "name", unused)));
        }
        if (profile.isEmpty() || !faults.isEmpty()) {
            return new ProfileReading.Refused(faults);
        }
        return new ProfileReading.Accepted(profile.get(), advice(profile.get()));
    }

    private Optional<RuleProfile> read(String name, Params params, List<Fault> faults) {
        var chain = chain(name, faults);
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        var own = chain.getFirst();
        // defaults of the extended profiles first, so that the extending one may change them
        chain.reversed().forEach(place -> InlineProfile.declare(place, params));
        var parts = chain.stream()
                .map(place -> ProfileParts.read(place.with(params)))
                .reduce((nearer, farther) -> nearer.over(farther))
                .orElseThrow();
        var ref = new ProfileRef(own.field("name").text(), own.field("version").text());
        return parts.complete(ref, own.field("title").text(), own);
    }

    /// The document itself, then the one it extends, and so on.
    private List<Place> chain(String name, List<Fault> faults) {
        var places = new ArrayList<Place>();
        var seen = new LinkedHashSet<String>();
        Optional<String> next = Optional.of(name);
        while (next.isPresent()) {
            var document = documents.get(next.get());
            var place = document == null
                    ? Place.root(JsonText.MAPPER.createObjectNode(), faults)
                    : Place.root(document, faults);
            if (document == null || !seen.add(next.get())) {
                place.fault(document == null ? "profile.unknown" : "profile.circle", "name", next.get());
                return places;
            }
            head(place);
            places.add(place);
            next = place.maybe("extends").map(Place::text);
        }
        return places;
    }

    private static void head(Place place) {
        place.only(
                "schema",
                "name",
                "version",
                "title",
                "source",
                "note",
                "extends",
                "params",
                "duties",
                "meetings",
                "practice",
                "study",
                "calendar",
                "steps");
        place.field("schema").oneOf(Map.of(SCHEMA, SCHEMA));
    }

    private static List<Fault> advice(RuleProfile profile) {
        var advice = new ArrayList<Fault>();
        var member = new StudyRole("MEMBER");
        profile.study().stream()
                .filter(each -> each.unit() == StudyUnit.HOUR)
                .map(each -> each.required().getOrDefault(member, NATIONAL_HOURS))
                .filter(hours -> hours < NATIONAL_HOURS)
                .forEach(hours -> advice.add(new Fault(
                        "study.required.MEMBER",
                        Wording.say("study.below_national", "hours", hours, "national", NATIONAL_HOURS))));
        return advice;
    }
}
