package cn.dangqun.config.profile.json;

/// Something wrong in a file: where, as a JSON path, and what, in words for the people who wrote it.
public record Fault(String place, String message) {
    @Override
    public String toString() {
        return place.isEmpty() ? message : place + "：" + message;
    }
}
