package cn.dangqun.server.attendance;

/// 应到: who is on the roll of an activity. Full and probationary members of the home branches below the
/// activity's organisation; of a party group, its own members.
final class Roll {
    private Roll() {}

    /// A common table expression `roll (activity, member)` of the activities `a` that `which` selects.
    static String of(String which) {
        return """
                WITH roll AS (
                  SELECT a.id AS activity, m.id AS member
                  FROM activity a
                  JOIN organization ao ON ao.id = a.organization AND ao.level <> 'GROUP'
                  JOIN organization bo ON substr(bo.path, 1, length(ao.path)) = ao.path AND bo.level = 'BRANCH'
                  JOIN member m ON m.branch = bo.id AND m.relation = 'HOME' AND m.status IN ('FULL', 'PROBATIONARY')
                  WHERE %1$s
                  UNION ALL
                  SELECT a.id, m.id
                  FROM activity a
                  JOIN organization ao ON ao.id = a.organization AND ao.level = 'GROUP'
                  JOIN member m ON m.grp = ao.id AND m.relation = 'HOME' AND m.status IN ('FULL', 'PROBATIONARY')
                  WHERE %1$s
                )
                """.formatted(which);
    }
}
