// The follow page: photos for what is added. Everything else works by plain forms.
import "./citizen";
