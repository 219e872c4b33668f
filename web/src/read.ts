import "./site";
import "./styles/read.css";
import { markedText } from "./reading/marks";
import { reader } from "./reading/sending";

reader(markedText);
markedText();
