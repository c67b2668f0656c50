/* Shows the way into the form where the kiosk's code brought a sign-up token behind the #. */
(function () {
  "use strict";
  var token = window.location.hash.replace(/^#/, "");
  if (!token) {
    return;
  }
  if (window.history.replaceState) {
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
  }
  document.querySelector("a.lang").href += "#" + token;
  document.getElementById("token").value = token;
  document.getElementById("open").className = "";
})();
