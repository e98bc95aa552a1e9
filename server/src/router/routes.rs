//! Routes that describe themselves: what is mounted is what is documented.

use axum::{Router, handler::Handler, routing::MethodRouter};
use shared::{
    access::Caller,
    api::{Endpoint, Method},
};
use utoipa::ToSchema;

use super::describe::{Body, Description, Operation};
use crate::state::AppState;

/// The interface as it grows, route by route.
#[derive(Default)]
pub(super) struct Routes {
    router: Router<AppState>,
    description: Description,
}

impl Routes {
    /// An endpoint that speaks JSON.
    pub(super) fn on<E, H, T>(self, _: E, handler: H, summary: &'static str) -> Self
    where
        E: Endpoint,
        E::Request: ToSchema,
        E::Response: ToSchema,
        H: Handler<T, AppState>,
        T: 'static,
    {
        let operation = Operation {
            method: E::METHOD,
            path: E::PATH,
            caller: E::CALLER,
            request: Body::json::<E::Request>(),
            response: Body::json::<E::Response>(),
            summary,
        };
        self.mount(operation, handler)
    }

    /// An endpoint that anyone may read, of another media type.
    pub(super) fn reads<H, T>(
        self,
        path: &'static str,
        media: &'static str,
        handler: H,
        summary: &'static str,
    ) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        let (method, caller) = (Method::Get, Caller::Public);
        let operation =
            Operation { method, path, caller, request: Body::None, response: Body::Bytes(media), summary };
        self.mount(operation, handler)
    }

    /// An endpoint that is like no other.
    pub(super) fn mount<H, T>(mut self, operation: Operation, handler: H) -> Self
    where
        H: Handler<T, AppState>,
        T: 'static,
    {
        let route = MethodRouter::new();
        let route = match operation.method {
            Method::Get => route.get(handler),
            Method::Post => route.post(handler),
            Method::Patch => route.patch(handler),
            Method::Delete => route.delete(handler),
        };
        self.router = self.router.route(operation.path, route);
        self.description.add(operation);
        self
    }

    /// The paths, each once for every method.
    pub(super) fn paths(&self) -> impl Iterator<Item = &'static str> {
        self.description.operations().map(|(_, path)| path)
    }

    /// What is mounted.
    #[cfg(test)]
    pub(super) fn operations(&self) -> impl Iterator<Item = (Method, &'static str)> {
        self.description.operations()
    }

    /// The routes themselves.
    pub(super) fn into_router(self) -> Router<AppState> {
        self.router
    }

    /// The description in OpenAPI's JSON.
    pub(super) fn describe(self) -> String {
        self.description.into_json()
    }
}
