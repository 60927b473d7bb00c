package org.counterpoise.engine.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.counterpoise.engine.UserProblem;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The settings of one method: their names, types, ranges and defaults, read from a record.
///
/// @param <S> the settings record; every component carries [Setting]
public final class SettingsType<S extends Record> {

    /// One setting.
    ///
    /// @param name the component's name, as in protocols and in `--set METHOD.NAME=VALUE`
    /// @param type the component's Java type
    public record Field(String name, Class<?> type, Setting about) {
        /// The values an enum setting can take, in lower case with hyphens; empty for other types.
        public List<String> choices() {
            if (!type.isEnum()) {
                return List.of();
            }
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> text((Enum<?>) constant))
                    .toList();
        }
    }

    private final Class<S> type;
    private final S defaults;
    private final RecordComponent[] components;
    private final List<Field> fields;

    @SuppressWarnings("unchecked")
    private SettingsType(S defaults) {
        this.type = (Class<S>) defaults.getClass();
        this.defaults = defaults;
        this.components = type.getRecordComponents();
        List<Field> list = new ArrayList<>();
        for (RecordComponent component : components) {
            Setting about = component.getAnnotation(Setting.class);
            if (about == null) {
                throw new IllegalArgumentException(
                        type.getName() + "." + component.getName() + " has no @Setting");
            }
            list.add(new Field(component.getName(), component.getType(), about));
        }
        this.fields = List.copyOf(list);
    }

    public static <S extends Record> SettingsType<S> of(S defaults) {
        return new SettingsType<>(defaults);
    }

    public List<Field> fields() {
        return fields;
    }

    public S defaults() {
        return defaults;
    }

    /// The value of one setting: a boxed primitive, a `String`, an enum constant or a `List`.
    public Object get(S settings, String name) {
        return value(settings, indexOf(name));
    }

    /// The value of one setting as text, in the form [#with(Record, String, String)] reads.
    public String text(S settings, String name) {
        Object value = get(settings, name);
        return switch (value) {
            case Enum<?> constant -> text(constant);
            case List<?> list -> String.join(",", list.stream().map(Object::toString).toList());
            default -> value.toString();
        };
    }

    /// The settings with one of them changed, given as text; lists are comma-separated.
    ///
    /// @throws UserProblem if there is no such setting, or the text is not a value in its range
    public S with(S settings, String name, String text) {
        int changed = indexOf(name);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == changed ? parse(fields.get(i), text.strip()) : value(settings, i);
        }
        return create(values);
    }

    /// The settings with a list changed; an item may hold any text, commas too.
    ///
    /// @throws UserProblem if there is no such setting, or it is not a list
    public S withList(S settings, String name, List<String> items) {
        int changed = indexOf(name);
        if (fields.get(changed).type() != List.class) {
            throw problem(fields.get(changed), String.join(",", items), "Use one value.");
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == changed ? List.copyOf(items) : value(settings, i);
        }
        return create(values);
    }

    /// The settings as a JSON object, one member per component, in order.
    public ObjectNode toJson(S settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < components.length; i++) {
            String name = fields.get(i).name();
            switch (value(settings, i)) {
                case Integer n -> json.put(name, n);
                case Long n -> json.put(name, n);
                case Double n -> json.put(name, n);
                case Boolean b -> json.put(name, b);
                case Enum<?> constant -> json.put(name, text(constant));
                case List<?> list -> {
                    ArrayNode array = json.putArray(name);
                    list.forEach(item -> array.add(item.toString()));
                }
                case Object other -> json.put(name, other.toString());
            }
        }
        return json;
    }

    /// Reads settings from JSON. Members that are absent keep their default.
    ///
    /// @throws UserProblem for a member that is not a setting, or a value out of its range
    public S fromJson(JsonNode json) {
        S settings = defaults;
        for (var member : json.properties()) {
            JsonNode value = member.getValue();
            if (value.isArray()) {
                List<String> items = new ArrayList<>();
                value.forEach(item -> items.add(item.asText()));
                settings = withList(settings, member.getKey(), items);
            } else {
                settings = with(settings, member.getKey(), value.asText());
            }
        }
        return settings;
    }

    private int indexOf(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new UserProblem(
                "There is no setting called \"" + name + "\".",
                "settings",
                "Use one of: "
                        + String.join(", ", fields.stream().map(Field::name).toList())
                        + ".");
    }

    private Object value(S settings, int index) {
        try {
            return components[index].getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private S create(Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof UserProblem problem) {
                throw problem;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object parse(Field field, String text) {
        Class<?> type = field.type();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (text((Enum<?>) constant).equalsIgnoreCase(text)) {
                    return constant;
                }
            }
            throw problem(field, text, "Use one of: " + String.join(", ", field.choices()) + ".");
        } else if (type == boolean.class) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "1" -> true;
                case "false", "no", "0" -> false;
                default -> throw problem(field, text, "Use true or false.");
            };
        } else if (type == List.class) {
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(",")).map(String::strip).toList();
        } else if (type == String.class) {
            return text;
        }
        return parseNumber(field, text);
    }

    private static Number parseNumber(Field field, String text) {
        Number number;
        try {
            if (field.type() == int.class) {
                number = Integer.valueOf(text);
            } else if (field.type() == long.class) {
                number = Long.valueOf(text);
            } else {
                number = Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            throw problem(
                    field,
                    text,
                    field.type() == double.class ? "Use a number." : "Use a whole number.");
        }
        double value = number.doubleValue();
        if (!(value >= field.about().min() && value <= field.about().max())) {
            throw problem(field, text, "Use a value " + range(field.about()) + ".");
        }
        return number;
    }

    private static String range(Setting about) {
        String unit = about.unit().isEmpty() ? "" : " " + about.unit();
        if (about.max() == Double.POSITIVE_INFINITY) {
            return "of at least " + plain(about.min()) + unit;
        } else if (about.min() == Double.NEGATIVE_INFINITY) {
            return "of at most " + plain(about.max()) + unit;
        }
        return "from " + plain(about.min()) + " to " + plain(about.max()) + unit;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static UserProblem problem(Field field, String text, String remedy) {
        return new UserProblem(
                "\"" + text + "\" is not a value of \"" + field.about().label() + "\".",
                "setting " + field.name(),
                remedy);
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
