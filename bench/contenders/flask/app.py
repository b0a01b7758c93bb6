"""The REST original in Flask and SQLAlchemy: eager loading as the SQLAlchemy documentation recommends."""

import base64
import os
import re
import uuid
from datetime import datetime, timezone

import jwt
from flask import Flask, abort, request
from models import Comment, Post, Tag, User
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session, defer, joinedload, selectinload

url = os.environ["DATABASE_URL"].replace("postgresql://", "postgresql+psycopg://", 1)
engine = create_engine(url, pool_size=10, max_overflow=0)
secret = os.environ["JWT_SECRET"]
app = Flask(__name__)


def user_id() -> uuid.UUID:
    header = request.headers.get("authorization", "")
    try:
        claims = jwt.decode(
            header.removeprefix("Bearer "), secret, algorithms=["HS256"], issuer="inkstone", audience="inkstone"
        )
    except jwt.InvalidTokenError:
        abort(401)
    return uuid.UUID(claims["sub"])


def moment(value: datetime) -> str:
    return value.astimezone(timezone.utc).isoformat(timespec="milliseconds")


def author_json(user: User) -> dict:
    return {"id": str(user.id), "username": user.username, "displayName": user.display_name}


@app.get("/api/ping")
def ping():
    return {"__typename": "Query"}


@app.get("/api/posts")
def list_posts():
    first = request.args.get("first", 20, type=int)
    query = (
        select(Post)
        .where(Post.status == "PUBLISHED")
        .order_by(Post.listed_at.desc(), Post.id.desc())
        .limit(first + 1)
        .options(defer(Post.content), joinedload(Post.author), selectinload(Post.tags))
    )
    with Session(engine) as session:
        found = session.scalars(query).all()
        nodes = [
            {
                "id": str(post.id),
                "slug": post.slug,
                "title": post.title,
                "excerpt": post.summary[:200],
                "publishedAt": moment(post.published_at),
                "author": author_json(post.author),
                "tags": [{"id": str(tag.id), "name": tag.name, "slug": tag.slug} for tag in post.tags],
            }
            for post in found[:first]
        ]
        last = found[min(first, len(found)) - 1] if found else None
        cursor = last and base64.urlsafe_b64encode(f"{moment(last.listed_at)} {last.id}".encode()).decode()
        return {"nodes": nodes, "pageInfo": {"hasNextPage": len(found) > first, "endCursor": cursor}}


@app.get("/api/posts/<slug>")
def read_post(slug: str):
    query = (
        select(Post)
        .where(Post.slug == slug, Post.status == "PUBLISHED")
        .options(joinedload(Post.author), selectinload(Post.tags))
    )
    with Session(engine) as session:
        post = session.scalars(query).one_or_none() or abort(404)
        comments = session.scalars(
            select(Comment)
            .where(Comment.post_id == post.id, Comment.parent_id.is_(None))
            .order_by(Comment.created_at, Comment.id)
            .limit(10)
            .options(joinedload(Comment.author))
        )
        return {
            "id": str(post.id),
            "title": post.title,
            "content": post.content,
            "publishedAt": moment(post.published_at),
            "author": author_json(post.author),
            "tags": [{"name": tag.name, "slug": tag.slug} for tag in post.tags],
            "comments": {
                "nodes": [
                    {
                        "id": str(comment.id),
                        "body": comment.body,
                        "createdAt": moment(comment.created_at),
                        "author": author_json(comment.author),
                    }
                    for comment in comments
                ]
            },
        }


@app.get("/api/viewer")
def viewer():
    with Session(engine) as session:
        user = session.get(User, user_id()) or abort(401)
        return author_json(user) | {"email": user.email, "role": user.role}


@app.post("/api/posts")
def create_post():
    author_id = user_id()
    given = request.get_json()
    now = datetime.now(timezone.utc)
    with Session(engine) as session:
        tags = session.scalars(select(Tag).where(Tag.key.in_(given["tags"]))).all()
        post = Post(
            id=uuid.uuid4(),
            slug=re.sub(r"[^a-z0-9]+", "-", given["title"].lower()).strip("-"),
            title=given["title"],
            content=given["content"],
            summary=re.sub(r"\s+", " ", given["content"][:1000])[:501],
            reading_minutes=max(1, len(given["content"].split()) // 250),
            status="PUBLISHED",
            published_at=now,
            created_at=now,
            updated_at=now,
            author_id=author_id,
            tags=list(tags),
        )
        session.add(post)
        answer = {"id": str(post.id), "slug": post.slug, "title": post.title, "version": 1}
        session.commit()
        return answer
