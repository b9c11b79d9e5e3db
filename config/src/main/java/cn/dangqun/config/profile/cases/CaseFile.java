package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Evaluates all cases of one file. Profiles written in the file come first, the shipped ones after them. Faults
/// outside the cases are in `faults`; a malformed case does not hinder the others.
final class CaseFile {
    private static final Map<String, CaseKind<?>> KINDS = Map.of(
            "frequency-cases/1", new FrequencyCases(),
            "quorum-cases/1", new QuorumCases(),
            "studyhours-cases/1", new StudyCases());
    /// Profiles written in a case file have no version of their own.
    private static final String INLINE = "inline";

    private final ProfileLibrary library;
    private final List<Fault> faults = new ArrayList<>();
    private final List<CaseResult> results = new ArrayList<>();

    CaseFile(ProfileLibrary library, JsonNode document) {
        this.library = library;
        var file = Place.root(document, faults);
        file.only("schema", "semantics", "profiles", "cases", "note");
        var kind = file.field("schema").oneOf(KINDS);
        var ids = new HashSet<String>();
        var cases = file.field("cases").items();
        if (!faults.isEmpty()) {
            return;
        }
        for (var each : cases) {
            evaluate(each, file.maybe("profiles"), kind, ids);
        }
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    List<CaseResult> results() {
        return List.copyOf(results);
    }

    private <R> void evaluate(Place each, Optional<Place> profiles, CaseKind<R> kind, Set<String> ids) {
        int before = faults.size();
        each.only("id", "title", "rules", "source", "phrase", "note", "input", "expected");
        var id = each.field("id").text();
        if (!ids.add(id)) {
            each.fault("case.id_twice", "id", id);
        }
        var input = each.field("input");
        var name = input.field("profile").text();
        var params = params(input);
        var inline = profiles.flatMap(block -> block.maybe(name));
        var computed = faults.size() > before
                ? Optional.<Computed>empty()
                : inline.isPresent()
                        ? judge(each, kind, kind.rulesIn(inline.get(), params), refOf(name, inline.get()), params)
                        : shipped(each, kind, name, params);
        if (computed.isPresent() && faults.size() == before) {
            var comparison = each.maybe("expected")
                    .flatMap(Place::tree)
                    .map(expected ->
                            kind.comparison().compare(expected, computed.get().full()));
            results.add(new CaseResult.Evaluated(id, computed.get(), comparison));
        } else {
            var own = faults.subList(before, faults.size());
            results.add(new CaseResult.Malformed(id, own));
            own.clear();
        }
    }

    private static Params params(Place input) {
        var settings = new LinkedHashMap<String, JsonNode>();
        input.maybe("params")
                .ifPresent(place -> place.entries()
                        .forEach(
                                (name, value) -> settings.put(name, value.tree().orElseThrow())));
        return new Params(settings);
    }

    private static ProfileRef refOf(String name, Place block) {
        return new ProfileRef(name, block.maybe("version").map(Place::text).orElse(INLINE));
    }

    private <R> Optional<Computed> judge(Place each, CaseKind<R> kind, R rules, ProfileRef ref, Params params) {
        var input = each.field("input");
        for (var unused : params.unused()) {
            input.field("params").fault("param.unknown", "name", unused);
        }
        return kind.compute(ref, rules, input, each.maybe("expected"));
    }

    private <R> Optional<Computed> shipped(Place each, CaseKind<R> kind, String name, Params params) {
        return switch (library.read(name, params)) {
            case ProfileReading.Accepted accepted ->
                judge(
                        each,
                        kind,
                        kind.rulesOf(accepted.profile()),
                        accepted.profile().ref(),
                        params);
            case ProfileReading.Refused refused -> {
                faults.addAll(refused.faults());
                yield Optional.empty();
            }
        };
    }
}
