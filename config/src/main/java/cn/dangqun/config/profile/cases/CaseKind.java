package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.rule.ProfileRef;
import java.util.Optional;

/// One kind of case file: which rules it needs, how its input reads, and how its results are compared.
///
/// @param <R> the rules a case of this kind is judged by
interface CaseKind<R> {

    /// The rules from a block of the case file itself.
    R rulesIn(Place block, Params params);

    R rulesOf(RuleProfile profile);

    /// Empty together with a fault; then nothing is computed.
    Optional<Computed> compute(ProfileRef profile, R rules, Place input, Optional<Place> expected);

    Comparison comparison();
}
