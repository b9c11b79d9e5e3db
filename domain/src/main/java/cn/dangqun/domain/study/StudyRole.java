package cn.dangqun.domain.study;

/// A role that demands study, such as `MEMBER` or `BRANCH_SECRETARY`; which roles there are is the profile's affair.
public record StudyRole(String code) {
    public StudyRole {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a role without a name");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
