package cn.dangqun.domain.organization;

/// What kind of body the organisation belongs to; the fixed theme day may depend on it.
public enum OrganizationClass {
    COMMUNITY,
    AGENCY,
    NEW_ORG
}
