//! Pages that are about the whole site: the first one, the guide, the look, and the one for addresses that lead nowhere.

pub mod home;

pub mod guide;

pub mod gallery;

pub mod not_found;

pub mod sitemap;
