package org.counterpoise.engine.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component of a settings record with what people need to know about it.
///
/// Component types may be `int`, `long`, `double`, `boolean`, `String`, an enum, or
/// `List<String>`.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Setting {
    /// Short name shown beside the field.
    String label();

    /// One sentence: what it changes, and when to change it.
    String help() default "";

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;

    String unit() default "";

    /// Where the default comes from, e.g. "founding guide" or a citation; empty if it is ours.
    String source() default "";

    /// What a text or a list of texts names.
    Names names() default Names.ANYTHING;

    /// What the text of a setting refers to, so that forms can offer a choice.
    enum Names {
        ANYTHING,
        COLUMN,
        LEVEL
    }
}
