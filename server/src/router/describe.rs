//! The interface in OpenAPI's words, taken from the same constants and types that make the routes.

use shared::{
    access::Caller,
    api::{Method, RECEIPT_SCHEME},
    problem::Envelope,
};
use utoipa::{
    ToSchema,
    openapi::{
        Components, Content, InfoBuilder, ObjectBuilder, OpenApiBuilder, Paths, Ref, RefOr, Required,
        ResponseBuilder, Schema,
        path::{HttpMethod, OperationBuilder},
        request_body::RequestBodyBuilder,
        schema::{KnownFormat, SchemaFormat, Type},
        security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme},
    },
};

use super::parameters::parameters;
use crate::platform::access;

/// The scheme of the staff's cookie.
const SESSION: &str = "Session";

/// One endpoint.
pub(super) struct Operation {
    pub(super) method: Method,
    pub(super) path: &'static str,
    pub(super) caller: Caller,
    pub(super) request: Body,
    pub(super) response: Body,
    pub(super) summary: &'static str,
}

/// What travels in a body.
pub(super) enum Body {
    None,
    /// JSON of a schema, with the schemas it names.
    Json(Box<RefOr<Schema>>, Schemas),
    /// Something else, of a media type.
    Bytes(&'static str),
}

type Schemas = Vec<(String, RefOr<Schema>)>;

impl Body {
    /// JSON of a type; nothing for `()`.
    pub(super) fn json<T: ToSchema>() -> Self {
        let name = T::name();
        if name == <()>::name() {
            return Self::None;
        }
        let mut schemas = Vec::new();
        T::schemas(&mut schemas);
        // A list has no name of its own.
        if name == "Vec" {
            return Self::Json(Box::new(T::schema()), schemas);
        }
        schemas.push((name.to_string(), T::schema()));
        Self::Json(Box::new(Ref::from_schema_name(name).into()), schemas)
    }
}

/// The description as it grows.
pub(super) struct Description {
    operations: Vec<(Method, &'static str)>,
    paths: Paths,
    components: Components,
}

impl Default for Description {
    fn default() -> Self {
        let mut components = Components::new();
        let words = "The word Receipt, a space and the secret of the complaint's or the request's receipt.";
        let secret =
            SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description("authorization", words)));
        components.add_security_scheme(RECEIPT_SCHEME, secret);
        let words = "The cookie that signing in sets.";
        let cookie = ApiKeyValue::with_description(access::SESSION_COOKIE, words);
        components.add_security_scheme(SESSION, SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
        let mut this = Self { operations: Vec::new(), paths: Paths::new(), components };
        this.content(Body::json::<Envelope>());
        this
    }
}

impl Description {
    /// Adds an endpoint.
    pub(super) fn add(&mut self, endpoint: Operation) {
        let Operation { method, path, caller, request, response, summary } = endpoint;
        self.operations.push((method, path));
        let mut operation = OperationBuilder::new()
            .summary(Some(summary))
            .operation_id(Some(identifier(method, path)))
            .parameters(Some(parameters(method, path)));
        if let Some((media, content)) = self.content(request) {
            let body =
                RequestBodyBuilder::new().content(media, content).required(Some(Required::True)).build();
            operation = operation.request_body(Some(body));
        }
        let status = if path.ends_with("/complaints")
            || path.ends_with("v1/information-requests")
            || path.ends_with("/uploads")
        {
            "201"
        } else {
            "200"
        };
        let mut fine = ResponseBuilder::new().description("What was asked for");
        if let Some((media, content)) = self.content(response) {
            fine = fine.content(media, content);
        }
        let envelope = Content::new(Some(Ref::from_schema_name(Envelope::name())));
        let error =
            ResponseBuilder::new().description("What went wrong").content("application/json", envelope);
        operation = operation.response(status, fine.build()).response("default", error.build());
        let secret = SecurityRequirement::new(RECEIPT_SCHEME, [] as [&str; 0]);
        operation = match caller {
            Caller::Public => operation,
            Caller::PublicOrReporter => operation.security(SecurityRequirement::default()).security(secret),
            Caller::Reporter => operation.security(secret),
            Caller::Staff | Caller::Desk(_) | Caller::Keeper(_) => {
                operation.security(SecurityRequirement::new(SESSION, [] as [&str; 0]))
            }
        };
        self.paths.add_path_operation(path, vec![http_method(method)], operation);
    }

    /// Methods and paths, in the order of the contents page.
    pub(super) fn operations(&self) -> impl Iterator<Item = (Method, &'static str)> {
        self.operations.iter().copied()
    }

    /// The document.
    pub(super) fn into_json(self) -> String {
        let info = InfoBuilder::new()
            .title("Tanggap")
            .version(env!("CARGO_PKG_VERSION"))
            .description(Some("File complaints, follow them, and count how many stand where."));
        let document =
            OpenApiBuilder::new().info(info).paths(self.paths).components(Some(self.components)).build();
        document.to_json().expect("a description holds nothing that JSON cannot say")
    }

    fn content(&mut self, body: Body) -> Option<(&'static str, Content)> {
        match body {
            Body::None => None,
            Body::Bytes(media) => Some((media, Content::new(Some(bytes(media))))),
            Body::Json(schema, named) => {
                self.components.schemas.extend(named);
                Some(("application/json", Content::new(Some(*schema))))
            }
        }
    }
}

/// A name for client generators: the method and the words of the path.
fn identifier(method: Method, path: &str) -> String {
    let words = path.trim_start_matches("/api/v1").split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.fold(format!("{method:?}").to_ascii_lowercase(), |name, word| format!("{name}_{word}"))
}

fn http_method(method: Method) -> HttpMethod {
    match method {
        Method::Get => HttpMethod::Get,
        Method::Post => HttpMethod::Post,
        Method::Patch => HttpMethod::Patch,
        Method::Delete => HttpMethod::Delete,
    }
}

fn bytes(media: &str) -> Schema {
    let text = ObjectBuilder::new().schema_type(Type::String);
    let is_text = media.starts_with("text/");
    if is_text { text } else { text.format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary))) }
        .build()
        .into()
}
