package cn.dangqun.domain.quorum;

/// Whether a written opinion sent before the meeting counts as a vote (OQ-05).
public enum WrittenOpinions {
    NEVER,
    /// For admission and for confirmation (转正)
    ADMISSION_ONLY
}
