import './guest.css'; export {};
