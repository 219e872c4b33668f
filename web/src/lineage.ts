import "./site";
