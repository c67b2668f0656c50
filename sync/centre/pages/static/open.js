/* Posts the token behind the # of a QR code's address, which no server ever sees by itself. */
(function () {
  "use strict";
  function open() {
    var token = window.location.hash.replace(/^#/, "");
    if (!token) {
      return;
    }
    if (window.history.replaceState) {
      window.history.replaceState(null, "", window.location.pathname);
    }
    document.documentElement.className = "opening";
    document.getElementById("token").value = token;
    document.getElementById("open").submit();
  }
  window.addEventListener("hashchange", open);
  open();
})();
