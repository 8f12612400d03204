package org.turnstone.discord.loopback;

/**
 * Routes that answer interactions; their token in the path is all the authority they need. Source: Receiving and
 * Responding, "Endpoints".
 *
 * <p>Guarded by the platform's {@link Monitor}.
 */
final class InteractionRoutes {
    private final Platform platform;

    InteractionRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Router router) {
        Router.Authority byPath = Router.Authority.PATH;
        router.add("POST interactions/{}/{}/callback", byPath, this::callback)
                .add("POST webhooks/{}/{}", byPath, this::followup)
                .add("GET webhooks/{}/{}/messages/{}", byPath, this::get)
                .add("PATCH webhooks/{}/{}/messages/{}", byPath, this::edit)
                .add("DELETE webhooks/{}/{}/messages/{}", byPath, this::delete);
    }

    private Reply callback(Call call) {
        Interaction interaction =
                platform.interactions.answer(call.id(0), call.ids().get(1), call);
        return call.asksFor("with_response") ? Reply.ok(Interactions.callback(interaction)) : Reply.nothing();
    }

    private Reply followup(Call call) {
        return Reply.ok(platform.interactions.followup(interaction(call), call).json());
    }

    private Reply get(Call call) {
        return Reply.ok(message(call).json());
    }

    private Reply edit(Call call) {
        return Reply.ok(platform.interactions
                .edit(interaction(call), message(call), call)
                .json());
    }

    private Reply delete(Call call) {
        platform.posting.delete(message(call));
        return Reply.nothing();
    }

    private Interaction interaction(Call call) {
        return platform.interactions.answered(call.id(0), call.ids().get(1));
    }

    private Message message(Call call) {
        return platform.interactions.message(interaction(call), call.ids().get(2));
    }
}
