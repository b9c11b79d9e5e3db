package cn.dangqun.domain.study;

/// Who held a training, such as `STREET` or `CITY`.
public record TrainingLevel(String code) {
    public TrainingLevel {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a level without a name");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
