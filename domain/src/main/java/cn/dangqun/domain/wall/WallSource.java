package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.util.Optional;

/// Where an official text comes from: the work and article, the edition, and the day it was proofread against the
/// printed work. Without that day it is 待核对 and may not hang.
public record WallSource(String work, String edition, Optional<LocalDate> proofreadOn) {
    public static final int LONGEST = 60;

    public WallSource {
        if (work.isBlank() || work.length() > LONGEST || edition.isBlank() || edition.length() > LONGEST) {
            throw new IllegalArgumentException("a source has a work and an edition of at most " + LONGEST);
        }
    }

    public boolean isProofread() {
        return proofreadOn.isPresent();
    }

    /// Why it does not vouch for a text: nobody proofread it, the edition is none, or the day cannot be right.
    Optional<WallRefusal> unproven(LocalDate today) {
        var year = WallEdition.year(edition);
        if (year.isEmpty() || year.getAsInt() > today.getYear()) {
            return Optional.of(WallRefusal.NO_EDITION);
        }
        if (proofreadOn.isEmpty()) {
            return Optional.of(WallRefusal.NOT_PROOFREAD);
        }
        var day = proofreadOn.get();
        return day.isAfter(today) || day.getYear() < year.getAsInt()
                ? Optional.of(WallRefusal.PROOFREAD_DAY)
                : Optional.empty();
    }
}
