package cn.dangqun.kiosk.ui;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Tells when a change of the scene graph has been laid out and handed to the renderer. FX thread.
public final class Painted {
    private Painted() {}

    /// Lays out what has just changed around `node` now, in the time until the next frame, which then has less to do.
    public static void ready(Node node) {
        var scene = node.getScene();
        if (scene != null) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /// Runs `action` once, after the next pulse that finds `node` in a scene.
    public static void once(Node node, Runnable action) {
        var scene = node.getScene();
        if (scene != null) {
            listen(scene, action);
        } else {
            node.sceneProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Scene> seen, Scene before, Scene now) {
                    if (now != null) {
                        node.sceneProperty().removeListener(this);
                        listen(now, action);
                    }
                }
            });
        }
    }

    private static void listen(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
    }
}
