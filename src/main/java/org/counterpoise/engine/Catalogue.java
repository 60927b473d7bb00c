package org.counterpoise.engine;

import java.util.List;
import java.util.ServiceLoader;

/// Every method of one kind that is on the class path, ours and plug-ins' alike.
public final class Catalogue {
    private Catalogue() {}

    /// All methods of a kind, in the order of their registration.
    public static <M extends Method<?>> List<M> all(Class<M> kind) {
        return ServiceLoader.load(kind).stream().map(ServiceLoader.Provider::get).toList();
    }

    /// The method with this id.
    ///
    /// @throws UserProblem naming the ids that exist
    public static <M extends Method<?>> M find(Class<M> kind, String id) {
        List<M> methods = all(kind);
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UserProblem(
                                        "There is no method called \"" + id + "\".",
                                        kind.getSimpleName().toLowerCase(java.util.Locale.ROOT),
                                        "Use one of: "
                                                + String.join(
                                                        ", ",
                                                        methods.stream().map(Method::id).toList())
                                                + "."));
    }
}
